package uk.sightline.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages: JTE templates, compiled with the product, written by {@link HtmlAnswers}. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean
    TemplateEngine templates() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "uk.sightline");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    HtmlAnswers htmlAnswers(TemplateEngine templates) {
        return new HtmlAnswers(templates);
    }

    @Bean
    NoNulFilter noNulCharacters() {
        return new NoNulFilter();
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(@Value("${sightline.large-bodies}") Set<String> large) {
        FilterRegistrationBean<BodyLimitFilter> first = new FilterRegistrationBean<>(new BodyLimitFilter(large));
        first.setOrder(BodyLimitFilter.ORDER);
        return first;
    }

    @Bean
    WebMvcConfigurer htmlAnswersAreWritten(HtmlAnswers answers) {
        return new WebMvcConfigurer() {
            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(answers);
            }
        };
    }
}
