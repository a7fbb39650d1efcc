package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.sightline.SightlineTest;

@SightlineTest
class EveryRouteHasARuleTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    @Test
    void everyRouteOfTheProductSaysWhoMayUseIt() {
        List<String> without = routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("uk.sightline."))
                .filter(route -> RouteRules.ruleOf(route.getValue()) == null)
                .map(route -> route.getKey() + " " + route.getValue())
                .toList();
        assertThat(without).isEmpty();
        assertThat(routes.getHandlerMethods()).hasSizeGreaterThan(30);
    }
}
