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
    @Autowired private TermRepository terms;
    @Autowired private ProjectRepository projects;

    @Test
    void shows_a_term() throws Exception {
        Project project = projects.save(new Project("p"));
        Term term = terms.save(new Term(project, 1L, "s", "t"));
        mvc.perform(
                        get("/projects/{projectId}/terms/{id}", project.getId(), term.getId())
                                .header("Authorization", "Bearer token-ada"))
                .andExpect(status().isOk());
    }

    @Test
    void asks_for_a_token() throws Exception {
        mvc.perform(get("/projects/900/terms/901")).andExpect(status().isUnauthorized());
    }
}
