package org.example.harbour;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.example.harbour.application.out.BerthStore;
import org.example.harbour.domain.Berth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
class ProseTest {

    private static final String BLUE = "Bearer token-blue";

    @Autowired private MockMvc mvc;
    @Autowired private BerthStore berths;

    @Test
    @Tag("prose#AC-1")
    void readingABerthAnswersWithIt() throws Exception {
        Berth berth = berths.find("N1").orElseThrow();

        mvc.perform(getBerth(berth.code()).header(HttpHeaders.AUTHORIZATION, BLUE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value(berth.code()))
                .andExpect(jsonPath("$.quay").value("North quay"))
                .andExpect(jsonPath("$.opensAt").hasJsonPath());
    }

    @Test
    @Tag("prose#AC-2")
    void readingAnUnknownBerthIsNotFound() throws Exception {
        mvc.perform(getBerth("unknown").header(HttpHeaders.AUTHORIZATION, BLUE))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("prose#AC-3")
    void readingABerthWithoutSigningInIsUnauthorized() throws Exception {
        Berth berth = berths.find("N1").orElseThrow();

        mvc.perform(getBerth(berth.code())).andExpect(status().isUnauthorized());
    }

    @Test
    @Tag("prose#AC-3")
    void readingABerthWithAnInvalidCredentialIsUnauthorized() throws Exception {
        Berth berth = berths.find("N1").orElseThrow();

        mvc.perform(getBerth(berth.code()).header(HttpHeaders.AUTHORIZATION, "Bearer unknown"))
                .andExpect(status().isUnauthorized());
    }

    private static MockHttpServletRequestBuilder getBerth(Object id) {
        return get("/v1/berths/{code}", id);
    }
}
