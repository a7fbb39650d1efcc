package uk.sightline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every SQL statement of the product: a statement is a constant, so none escapes. */
final class Statements {

    private static final Pattern STATEMENT = Pattern.compile("(?is)\\s*(select|insert|update|delete|with)\\b.*");

    private Statements() {}

    /** By class and constant. */
    static Map<String, String> all() {
        Map<String, String> statements = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("uk.sightline")) {
            type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> field.getRawType().isEquivalentTo(String.class))
                    .forEach(field -> add(statements, field));
        }
        return statements;
    }

    private static void add(Map<String, String> statements, JavaField field) {
        Object value = value(field);
        if (value instanceof String text && STATEMENT.matcher(text).matches() && text.contains(" ")) {
            String owner = field.getOwner().getName().replace("uk.sightline.", "");
            statements.put(owner + "." + field.getName(), text);
        }
    }

    private static Object value(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getFullName(), e);
        }
    }
}
