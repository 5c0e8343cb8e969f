package a;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class TermControllerTest {
    @Autowired private MockMvc mvc;
    @Autowired private TermStore terms;
    @Autowired private ProjectStore projects;

    @Test
    void shows_a_term() throws Exception {
        projects.save(new Project(900, "p"));
        terms.save(new Term(901, 900, 1, "s", "t"));
        mvc.perform(get("/projects/900/terms/901").header("Authorization", "Bearer token-ada"))
                .andExpect(status().isOk());
    }

    @Test
    void asks_for_a_token() throws Exception {
        mvc.perform(get("/projects/900/terms/901")).andExpect(status().isUnauthorized());
    }
}
