package org.museum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.museum.auth.Sessions;
import org.museum.exhibit.Exhibit;
import org.museum.exhibit.Exhibit.Status;
import org.museum.exhibit.ExhibitStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ExhibitRemovalTest {

    @Autowired private MockMvc mvc;
    @Autowired private ExhibitStore exhibits;
    @Autowired private Sessions sessions;

    private String vera;
    private String ida;

    @BeforeEach
    void startAnew() {
        vera = sessions.open("B-300", "1234");
        ida = sessions.open("B-100", "4711");
    }

    @Test
    @Tag("exhibit-removal#AC-1")
    void deletingAnExhibitRemovesIt() throws Exception {
        Exhibit exhibit = storedExhibit(3L);

        mvc.perform(deleteExhibit(exhibit.id()).header("X-Session", vera))
                .andExpect(status().isNoContent());
        assertThat(exhibits.find(exhibit.id())).isEmpty();
    }

    @Test
    @Tag("exhibit-removal#AC-2")
    void deletingAnExhibitAsAUserWithoutTheRoleIsForbidden() throws Exception {
        Exhibit exhibit = storedExhibit(3L);
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(deleteExhibit(exhibit.id()).header("X-Session", ida))
                .andExpect(status().isForbidden());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("exhibit-removal#AC-3")
    void deletingAnUnknownExhibitIsNotFound() throws Exception {
        mvc.perform(deleteExhibit(999_999).header("X-Session", vera))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("exhibit-removal#AC-4")
    void deletingAShownExhibitIsRefused() throws Exception {
        Exhibit exhibit = storedShownExhibit(3L);
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(deleteExhibit(exhibit.id()).header("X-Session", vera))
                .andExpect(status().isConflict());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("exhibit-removal#AC-5")
    void deletingALentExhibitIsRefused() throws Exception {
        Exhibit exhibit = storedLentExhibit(3L);
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(deleteExhibit(exhibit.id()).header("X-Session", vera))
                .andExpect(status().isConflict());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("exhibit-removal#AC-6")
    void deletingAnExhibitWithoutSigningInIsUnauthorized() throws Exception {
        Exhibit exhibit = storedExhibit(3L);
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(deleteExhibit(exhibit.id())).andExpect(status().isUnauthorized());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder deleteExhibit(Object id) {
        return delete("/exhibits/{id}", id);
    }

    private Exhibit storedExhibit(long keeperId) {
        Exhibit exhibit =
                new Exhibit(
                        null,
                        "Some title",
                        "Some room",
                        keeperId,
                        Status.STORED,
                        LocalDate.of(2026, 1, 5));
        return exhibits.add(exhibit);
    }

    private Exhibit storedShownExhibit(long keeperId) {
        Exhibit exhibit =
                new Exhibit(
                        null,
                        "Some title",
                        "Some room",
                        keeperId,
                        Status.SHOWN,
                        LocalDate.of(2026, 1, 5));
        return exhibits.add(exhibit);
    }

    private Exhibit storedLentExhibit(long keeperId) {
        Exhibit exhibit =
                new Exhibit(
                        null,
                        "Some title",
                        "Some room",
                        keeperId,
                        Status.LENT,
                        LocalDate.of(2026, 1, 5));
        return exhibits.add(exhibit);
    }
}
