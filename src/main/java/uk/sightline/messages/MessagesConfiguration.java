package uk.sightline.messages;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MessagesConfiguration {

    @Bean
    Smtp smtp(MailSettings settings, InstantSource time) {
        return new Smtp(settings, time);
    }
}
