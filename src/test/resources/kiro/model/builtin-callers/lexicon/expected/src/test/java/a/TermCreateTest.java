package a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class TermCreateTest {

    private static final String VALID_CREATE =
            """
            {
              "source": "New source",
              "target": "New target"
            }
            """;
    private static final String ADA = "Bearer token-ada";

    @Autowired private MockMvc mvc;
    @Autowired private ProjectRepository projects;
    @Autowired private TermRepository terms;

    private Project project;

    @BeforeEach
    void start_anew() {
        project = storedProject();
    }

    @Test
    @Tag("term-create#AC-1")
    void creating_a_term_answers_with_the_new_one() throws Exception {
        mvc.perform(create(project.getId(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(newTerm().getId()))
                .andExpect(jsonPath("$.projectId").value(project.getId()))
                .andExpect(jsonPath("$.authorId").value(1))
                .andExpect(jsonPath("$.source").value("New source"))
                .andExpect(jsonPath("$.target").value("New target"))
                .andExpect(jsonPath("$.votes").value(1))
                .andExpect(jsonPath("$.approvedAt").doesNotExist());
        assertThat(terms.findAll()).anySatisfy(one -> {
            assertThat(one.getAuthorId()).isEqualTo(1L);
            assertThat(one.getSource()).isEqualTo("New source");
            assertThat(one.getTarget()).isEqualTo("New target");
            assertThat(one.getVotes()).isEqualTo(1);
            assertThat(one.getApprovedAt()).isNull();
            assertThat(one.getProject().getId()).isEqualTo(project.getId());
        });
    }

    @Test
    @Tag("term-create#AC-2")
    void creating_a_term_answers_with_the_new_one_2() throws Exception {
        mvc.perform(create(project.getId(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.votes").value(1));
        assertThat(terms.findAll()).anySatisfy(one -> {
            assertThat(one.getAuthorId()).isEqualTo(1L);
            assertThat(one.getSource()).isEqualTo("New source");
            assertThat(one.getTarget()).isEqualTo("New target");
            assertThat(one.getVotes()).isEqualTo(1);
            assertThat(one.getApprovedAt()).isNull();
            assertThat(one.getProject().getId()).isEqualTo(project.getId());
        });
    }

    @Test
    @Tag("term-create#AC-3")
    void creating_a_term_with_a_source_that_is_taken_is_refused() throws Exception {
        storedSameSourceTerm(2L);
        long count = terms.count();

        mvc.perform(create(project.getId(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isConflict());
        assertThat(terms.count()).isEqualTo(count);
    }

    @Test
    @Tag("term-create#AC-3")
    void creating_a_term_with_a_source_that_is_taken_in_other_case_is_refused() throws Exception {
        storedSameSourceInOtherCaseTerm(2L);
        long count = terms.count();

        mvc.perform(create(project.getId(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isConflict());
        assertThat(terms.count()).isEqualTo(count);
    }

    @Test
    @Tag("term-create#AC-3")
    void creating_a_term_with_a_source_of_another_parent_is_served() throws Exception {
        storedSameSourceTerm(2L);
        project = storedProject();

        mvc.perform(create(project.getId(), VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isCreated());
        assertThat(terms.findAll()).anySatisfy(one -> {
            assertThat(one.getAuthorId()).isEqualTo(1L);
            assertThat(one.getSource()).isEqualTo("New source");
            assertThat(one.getTarget()).isEqualTo("New target");
            assertThat(one.getVotes()).isEqualTo(1);
            assertThat(one.getApprovedAt()).isNull();
            assertThat(one.getProject().getId()).isEqualTo(project.getId());
        });
    }

    @Test
    @Tag("term-create#AC-4")
    void creating_a_term_of_an_unknown_project_is_not_found() throws Exception {
        long count = terms.count();

        mvc.perform(create(999_999, VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isNotFound());
        assertThat(terms.count()).isEqualTo(count);
    }

    @Test
    @Tag("term-create#AC-5")
    void creating_a_term_with_an_invalid_source_is_refused() throws Exception {
        String body =
                """
                {
                  "source": "%s",
                  "target": "New target"
                }
                """
                        .formatted("x".repeat(21));
        long count = terms.count();

        mvc.perform(create(project.getId(), body).header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isBadRequest());
        assertThat(terms.count()).isEqualTo(count);
    }

    private static MockHttpServletRequestBuilder create(Object projectId, String body) {
        return post("/projects/{projectId}/terms", projectId)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private Project storedProject() {
        Project project = new Project("Some name");
        return projects.save(project);
    }

    private Term newTerm() {
        return terms.findAll().stream()
                .filter(one -> "New source".equals(one.getSource()))
                .findFirst()
                .orElseThrow();
    }

    private Term storedSameSourceTerm(Long authorId) {
        Term term = new Term(project, authorId, "New source", "Some target");
        term.setApprovedAt(Instant.parse("2026-01-05T09:00:00Z"));
        return terms.save(term);
    }

    private Term storedSameSourceInOtherCaseTerm(Long authorId) {
        Term term = new Term(project, authorId, "NEW SOURCE", "Some target");
        term.setApprovedAt(Instant.parse("2026-01-05T09:00:00Z"));
        return terms.save(term);
    }
}
