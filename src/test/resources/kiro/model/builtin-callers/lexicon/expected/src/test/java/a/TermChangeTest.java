package a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
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
class TermChangeTest {

    private static final String VALID_UPDATE =
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
    @Tag("term-change#AC-1")
    void updating_a_term_answers_with_the_updated_one() throws Exception {
        Term term = storedTerm(1L);

        mvc.perform(
                update(project.getId(), term.getId(), VALID_UPDATE)
                        .header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(term.getId()))
                .andExpect(jsonPath("$.projectId").value(project.getId()))
                .andExpect(jsonPath("$.source").value("New source"))
                .andExpect(jsonPath("$.target").value("New target"));
        Term stored = terms.findById(term.getId()).orElseThrow();
        assertThat(stored.getSource()).isEqualTo("New source");
        assertThat(stored.getTarget()).isEqualTo("New target");
    }

    @Test
    @Tag("term-change#AC-2")
    void updating_a_term_with_a_source_that_is_taken_is_refused() throws Exception {
        storedSameSourceTerm(2L);
        Term term = storedTerm(1L);

        mvc.perform(
                update(project.getId(), term.getId(), VALID_UPDATE)
                        .header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isConflict());
        Term stored = terms.findById(term.getId()).orElseThrow();
        assertThat(stored.getSource()).isEqualTo("Some source");
        assertThat(stored.getTarget()).isEqualTo("Some target");
    }

    @Test
    @Tag("term-change#AC-2")
    void updating_a_term_with_a_source_of_another_parent_is_served() throws Exception {
        storedSameSourceTerm(2L);
        project = storedProject();
        Term term = storedTerm(1L);

        mvc.perform(
                update(project.getId(), term.getId(), VALID_UPDATE)
                        .header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isOk());
        Term stored = terms.findById(term.getId()).orElseThrow();
        assertThat(stored.getSource()).isEqualTo("New source");
        assertThat(stored.getTarget()).isEqualTo("New target");
    }

    @Test
    @Tag("term-change#AC-2")
    void updating_a_term_with_its_own_source() throws Exception {
        Term term = storedOwnSourceTerm(1L);

        mvc.perform(
                update(project.getId(), term.getId(), VALID_UPDATE)
                        .header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isOk());
        Term stored = terms.findById(term.getId()).orElseThrow();
        assertThat(stored.getSource()).isEqualTo("New source");
        assertThat(stored.getTarget()).isEqualTo("New target");
    }

    @Test
    @Tag("term-change#AC-3")
    void updating_an_unknown_term_is_not_found() throws Exception {
        mvc.perform(
                update(project.getId(), 999_999, VALID_UPDATE)
                        .header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder update(Object projectId, Object id, String body) {
        return put("/projects/{projectId}/terms/{id}", projectId, id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private Project storedProject() {
        Project project = new Project("Some name");
        return projects.save(project);
    }

    private Term storedTerm(Long authorId) {
        Term term = new Term(project, authorId, "Some source", "Some target");
        term.setApprovedAt(Instant.parse("2026-01-05T09:00:00Z"));
        return terms.save(term);
    }

    private Term storedSameSourceTerm(Long authorId) {
        Term term = new Term(project, authorId, "New source", "Some target");
        term.setApprovedAt(Instant.parse("2026-01-05T09:00:00Z"));
        return terms.save(term);
    }

    private Term storedOwnSourceTerm(Long authorId) {
        Term term = new Term(project, authorId, "New source", "Some target");
        term.setApprovedAt(Instant.parse("2026-01-05T09:00:00Z"));
        return terms.save(term);
    }
}
