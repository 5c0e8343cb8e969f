package org.museum;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class VisitApiTest {
    @Autowired MockMvc mvc;

    private String signIn(String badge, String pin) throws Exception {
        String body = mvc.perform(post("/sessions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"badge\": \"%s\", \"pin\": \"%s\"}".formatted(badge, pin)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.token");
    }

    @Test
    void strangersSeeNoVisits() throws Exception {
        mvc.perform(get("/visits")).andExpect(status().isUnauthorized());
    }

    @Test
    void keepersSeeVisits() throws Exception {
        mvc.perform(get("/visits").header("X-Session", signIn("B-100", "4711"))).andExpect(status().isOk());
    }

    @Test
    void noSuchVisit() throws Exception {
        mvc.perform(delete("/visits/99").header("X-Session", signIn("B-300", "1234")))
                .andExpect(status().isNotFound());
    }
}
