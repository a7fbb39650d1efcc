package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class BodyLimitTests {

    private final BodyLimitFilter filter = new BodyLimitFilter(Set.of("/large"));
    private boolean signedIn;
    private boolean diskIsFull;
    private String said = "";

    @Test
    void onlyTheNamedAddressTakesMoreThanAFormAndItsFiles() throws Exception {
        assertThat(status("/form", BodyLimitFilter.MOST_BYTES, false)).isEqualTo(200);
        assertThat(status("/form", BodyLimitFilter.MOST_BYTES + 1, false)).isEqualTo(413);
        assertThat(status("/large", BodyLimitFilter.MOST_BYTES + 1, false))
                .as("nobody who is not signed in")
                .isEqualTo(413);
        signedIn = true;
        assertThat(status("/large", BodyLimitFilter.MOST_BYTES + 1, false)).isEqualTo(200);
        assertThat(status("/large/other", BodyLimitFilter.MOST_BYTES + 1, false))
                .isEqualTo(413);
    }

    @Test
    void aBodyOfNoStatedLengthCouldBeOfAny() throws Exception {
        assertThat(status("/form", -1, true)).isEqualTo(413);
        assertThat(status("/form", -1, false)).isEqualTo(200);
    }

    @Test
    void aFileThatTheDiskHasNoRoomForIsSaidToBeThat() throws Exception {
        diskIsFull = true;

        assertThat(status("/large", 1_000, false)).isEqualTo(507);
        assertThat(said).contains("no room for it on its disk", "nothing is lost");
    }

    private int status(String address, long length, boolean chunked) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", address) {
            @Override
            public long getContentLengthLong() {
                return length;
            }

            @Override
            public Collection<Part> getParts() throws IOException, ServletException {
                if (diskIsFull) {
                    throw new IOException("No space left on device");
                }
                return super.getParts();
            }
        };
        request.setContentType("multipart/form-data; boundary=x");
        if (signedIn) {
            request.getSession()
                    .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "somebody");
        }
        if (chunked) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        said = response.getContentAsString();
        return response.getStatus();
    }
}
