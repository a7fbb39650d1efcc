package uk.sightline.people;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A form as a browser posts it. */
final class MockForm {

    private MockForm() {}

    static MockHttpServletRequestBuilder to(String address) {
        return post(address).with(csrf());
    }
}
