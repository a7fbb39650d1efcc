package uk.sightline.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

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

    /** First in the list: otherwise a record named like a bean would be taken for a model attribute. */
    @Bean
    InitializingBean htmlAnswersComeFirst(RequestMappingHandlerAdapter adapter, HtmlAnswers answers) {
        return () -> {
            List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
            handlers.add(answers);
            List<HandlerMethodReturnValueHandler> known = adapter.getReturnValueHandlers();
            if (known != null) {
                handlers.addAll(known);
            }
            adapter.setReturnValueHandlers(handlers);
        };
    }
}
