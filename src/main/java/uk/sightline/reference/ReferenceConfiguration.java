package uk.sightline.reference;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the pack that {@code sightline.pack} names; the product does not start on a broken one. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    PracticePack practicePack(@Value("${sightline.pack:classpath:packs/bradford}") String where) {
        return PracticePacks.load(where);
    }
}
