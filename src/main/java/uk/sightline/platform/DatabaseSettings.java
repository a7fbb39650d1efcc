package uk.sightline.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is.
 *
 * @param data the folder of the embedded database and of the keys
 * @param db JDBC address of an external PostgreSQL 15 or later, with the user and password of a role that may create
 *     roles; absent for the embedded one
 */
@ConfigurationProperties("sightline")
record DatabaseSettings(Path data, @Nullable String db) {}
