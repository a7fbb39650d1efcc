package uk.sightline.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * A PostgreSQL that the product may use: its address and the login that may create roles. The two working logins are
 * derived from it, so that nodes need to share nothing but the address.
 *
 * @param url JDBC address without user and password
 * @param admin the login's name
 * @param password the login's password
 */
record Database(String url, String admin, String password) {

    /** Runs migrations as the owner of everything; no request ever uses it. */
    static final String MIGRATOR = "sightline_migrator";

    /** Serves requests and jobs; owns nothing and bypasses nothing. */
    static final String RUN_TIME = "sightline_app";

    /** Owns every schema; cannot log in. */
    static final String OWNER = "sightline_owner";

    /**
     * Takes a JDBC address apart.
     *
     * @throws IllegalArgumentException when it is not a PostgreSQL address or names no user
     */
    static Database at(String address) {
        Properties parts = Driver.parseURL(address, null);
        if (parts == null) {
            throw new IllegalArgumentException(
                    "--db must look like jdbc:postgresql://host:5432/database?user=…&password=…");
        }
        String user = parts.getProperty("user");
        if (user == null) {
            throw new IllegalArgumentException("--db must name a user that may create roles: …?user=…&password=…");
        }
        return new Database(withoutLogin(address), user, parts.getProperty("password", ""));
    }

    /** What else the address asks for stays: encryption, or several servers of which one is the primary. */
    private static String withoutLogin(String address) {
        int question = address.indexOf('?');
        if (question < 0) {
            return address;
        }
        String others = Arrays.stream(address.substring(question + 1).split("&"))
                .filter(each -> !each.startsWith("user=") && !each.startsWith("password="))
                .collect(Collectors.joining("&"));
        return address.substring(0, question) + (others.isEmpty() ? "" : "?" + others);
    }

    SimpleDriverDataSource asAdmin() {
        return new SimpleDriverDataSource(new Driver(), url, admin, password);
    }

    SimpleDriverDataSource asMigrator() {
        return new SimpleDriverDataSource(new Driver(), url, MIGRATOR, passwordOf(MIGRATOR));
    }

    /** A working login's password: the same on every node, never stored. */
    String passwordOf(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((admin + "\n" + password).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HmacSHA256", e);
        }
    }
}
