package uk.sightline.reference;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the pack that {@code sightline.pack} names, or the last sound one where that is broken. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceConfiguration.class);

    @Bean
    PracticePack practicePack(
            @Value("${sightline.pack:classpath:packs/bradford}") String where,
            @Value("${sightline.data:data}") Path data) {
        PracticePack pack = PackInForce.load(where, data);
        pack.refused().ifPresent(problems -> LOG.error("{}\nThe pack of before stays in force.", problems));
        return pack;
    }
}
