package uk.sightline.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes NUL characters out of whatever is typed or sent: they are no text, and PostgreSQL takes no text that has one. */
final class NoNulFilter extends OncePerRequestFilter {

    private static final String NUL = "\0";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutNul(request), response);
    }

    private static final class WithoutNul extends HttpServletRequestWrapper {

        WithoutNul(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return clean(super.getParameter(name));
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : cleaned(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> clean = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> clean.put(name, cleaned(values)));
            return clean;
        }

        private static String[] cleaned(String[] values) {
            return Arrays.stream(values).map(WithoutNul::clean).toArray(String[]::new);
        }

        /** A name in an address without "=" may have no value. */
        private static @Nullable String clean(@Nullable String value) {
            return value == null ? null : value.replace(NUL, "");
        }
    }
}
