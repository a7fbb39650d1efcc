package uk.sightline;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: every module below this package, started by the command line. */
@SpringBootApplication
@Modulithic(systemName = "Sightline", sharedModules = "platform")
class Sightline {}
