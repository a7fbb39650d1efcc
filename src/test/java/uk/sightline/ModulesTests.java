package uk.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

class ModulesTests {

    /** Modulith's own place for it: where the file is, the program does not look for its modules at each start. */
    private static final ClassPathResource LIST =
            new ClassPathResource("META-INF/spring-modulith/application-modules.json");

    private final ApplicationModules modules = ApplicationModules.of(Sightline.class);

    @Test
    void arrowsPointUpTheTableOnly() {
        modules.verify();
    }

    /** The order is that of the migrations: each module's after those that it builds on. */
    @Test
    void theListThatTheProgramStartsWithIsTrue() throws IOException {
        List<String> list = List.copyOf(JsonMapper.shared()
                .readTree(LIST.getContentAsString(StandardCharsets.UTF_8))
                .propertyNames());
        assertThat(list)
                .containsExactlyInAnyOrderElementsOf(
                        modules.stream().map(ModulesTests::name).toList());
        assertThat(modules)
                .allSatisfy(module ->
                        assertThat(list.subList(0, list.indexOf(name(module)))).containsAll(buildsOn(module)));
    }

    private List<String> buildsOn(ApplicationModule module) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModulesTests::name)
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
