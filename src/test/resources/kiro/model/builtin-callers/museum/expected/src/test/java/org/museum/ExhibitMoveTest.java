package org.museum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ExhibitMoveTest {

    private static final String VALID_UPDATE =
            """
            {
              "room": "New room"
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private ExhibitStore exhibits;
    @Autowired private Sessions sessions;

    private String ida;
    private String vera;

    @BeforeEach
    void startAnew() {
        ida = sessions.open("B-100", "4711");
        vera = sessions.open("B-300", "1234");
    }

    @Test
    @Tag("exhibit-move#AC-1")
    void updatingARoomAnswersWithTheUpdatedOne() throws Exception {
        Exhibit exhibit = storedExhibit(1L);

        mvc.perform(update(exhibit.id(), VALID_UPDATE).header("X-Session", ida))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(exhibit.id()))
                .andExpect(jsonPath("$.title").value("Some title"))
                .andExpect(jsonPath("$.room").value("New room"));
        assertThat(exhibits.find(exhibit.id()).orElseThrow().room()).isEqualTo("New room");
    }

    @Test
    @Tag("exhibit-move#AC-2")
    void updatingARoomWithAnInvalidRoomIsRefused() throws Exception {
        Exhibit exhibit = storedExhibit(1L);
        String body =
                """
                {}
                """;
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(update(exhibit.id(), body).header("X-Session", ida))
                .andExpect(status().isBadRequest());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("exhibit-move#AC-3")
    void updatingARoomWithAnInvalidRoomIsRefused2() throws Exception {
        Exhibit exhibit = storedExhibit(1L);
        String body =
                """
                {"room": "%s"}
                """
                        .formatted("x".repeat(21));
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(update(exhibit.id(), body).header("X-Session", ida))
                .andExpect(status().isBadRequest());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("exhibit-move#AC-4")
    void updatingTheRoomOfAnotherUserIsForbidden() throws Exception {
        Exhibit exhibit = storedExhibit(2L);
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(update(exhibit.id(), VALID_UPDATE).header("X-Session", ida))
                .andExpect(status().isForbidden());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("exhibit-move#AC-5")
    void updatingARoomAsACuratorSucceeds() throws Exception {
        Exhibit exhibit = storedExhibit(1L);

        mvc.perform(update(exhibit.id(), VALID_UPDATE).header("X-Session", vera))
                .andExpect(status().isOk());
        assertThat(exhibits.find(exhibit.id()).orElseThrow().room()).isEqualTo("New room");
    }

    @Test
    @Tag("exhibit-move#AC-6")
    void updatingAnUnknownRoomIsNotFound() throws Exception {
        mvc.perform(update(999_999, VALID_UPDATE).header("X-Session", ida))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("exhibit-move#AC-7")
    void updatingARoomWithoutSigningInIsUnauthorized() throws Exception {
        Exhibit exhibit = storedExhibit(1L);
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(update(exhibit.id(), VALID_UPDATE)).andExpect(status().isUnauthorized());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("exhibit-move#AC-8")
    void updatingARoomWithAnInvalidCredentialIsUnauthorized() throws Exception {
        Exhibit exhibit = storedExhibit(1L);
        var stored = exhibits.find(exhibit.id()).orElseThrow();

        mvc.perform(update(exhibit.id(), VALID_UPDATE).header("X-Session", "unknown"))
                .andExpect(status().isUnauthorized());
        assertThat(exhibits.find(exhibit.id()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder update(Object id, String body) {
        return put("/exhibits/{id}/room", id).contentType(MediaType.APPLICATION_JSON).content(body);
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
}
