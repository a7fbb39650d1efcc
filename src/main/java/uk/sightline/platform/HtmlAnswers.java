package uk.sightline.platform;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Writes {@link Html} answers. The whole page is rendered before the first byte leaves, so a page that fails half-way is
 * an error page and never half a record.
 */
class HtmlAnswers implements HandlerMethodReturnValueHandler {

    private final TemplateEngine templates;

    HtmlAnswers(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Html.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returnValue,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (returnValue instanceof Html html && response != null) {
            write(html, response);
        }
    }

    void write(Html html, HttpServletResponse response) throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        render(html.template() + ".jte", html.page(), output);
        response.setStatus(html.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private void render(String template, @Nullable Object page, Utf8ByteOutput output) {
        if (page == null) {
            templates.render(template, Map.of(), output);
        } else {
            templates.render(template, page, output);
        }
    }
}
