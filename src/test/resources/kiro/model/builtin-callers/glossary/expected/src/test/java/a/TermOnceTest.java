package a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext
class TermOnceTest {

    private static final String VALID_CREATE =
            """
            {
              "source": "New source",
              "target": "New target"
            }
            """;
    private static final String ADA = "Bearer token-ada";
    private static final String BOB = "Bearer token-bob";

    @Autowired private MockMvc mvc;
    @Autowired private ProjectStore projects;
    @Autowired private TermStore terms;

    private Project project;

    @BeforeEach
    void start_anew() {
        project = storedProject();
    }

    @Test
    @Tag("term-once#AC-1")
    void creating_a_term_answers_with_the_new_one() throws Exception {
        String answer =
                mvc.perform(
                        create(project.id(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.projectId").value(project.id()))
                        .andExpect(jsonPath("$.authorId").value(1))
                        .andExpect(jsonPath("$.source").value("New source"))
                        .andExpect(jsonPath("$.target").value("New target"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Term made = terms.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.authorId()).isEqualTo(1L);
        assertThat(made.source()).isEqualTo("New source");
        assertThat(made.target()).isEqualTo("New target");
        assertThat(made.projectId()).isEqualTo(project.id());
    }

    @Test
    @Tag("term-once#AC-2")
    void creating_a_term_a_second_time_is_refused() throws Exception {
        mvc.perform(create(project.id(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA));

        mvc.perform(create(project.id(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isConflict());
    }

    @Test
    @Tag("term-once#AC-2")
    void creating_a_term_as_another_caller_is_served() throws Exception {
        mvc.perform(create(project.id(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA));

        String answer =
                mvc.perform(
                        create(project.id(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, BOB))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Term made = terms.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.authorId()).isEqualTo(2L);
        assertThat(made.source()).isEqualTo("New source");
        assertThat(made.target()).isEqualTo("New target");
        assertThat(made.projectId()).isEqualTo(project.id());
    }

    @Test
    @Tag("term-once#AC-2")
    void creating_a_term_of_another_parent_is_served() throws Exception {
        mvc.perform(create(project.id(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA));
        project = storedProject();

        String answer =
                mvc.perform(
                        create(project.id(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Term made = terms.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.authorId()).isEqualTo(1L);
        assertThat(made.source()).isEqualTo("New source");
        assertThat(made.target()).isEqualTo("New target");
        assertThat(made.projectId()).isEqualTo(project.id());
    }

    @Test
    @Tag("term-once#AC-3")
    void creating_a_term_of_an_unknown_project_is_not_found() throws Exception {
        int count = terms.all().size();

        mvc.perform(create(999_999, VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isNotFound());
        assertThat(terms.all()).hasSize(count);
    }

    private static MockHttpServletRequestBuilder create(Object projectId, String body) {
        return post("/projects/{projectId}/terms", projectId)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private Project storedProject() {
        Project project = new Project(projects.nextId(), "Some name");
        projects.save(project);
        return project;
    }
}
