package fm.wave;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fm.wave.auth.SessionService;
import fm.wave.show.Show;
import fm.wave.show.ShowRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
@DirtiesContext
class ShowLengthTest {

    private static final String VALID_UPDATE =
            """
            {
              "minutes": 7
            }
            """;

    @Autowired private TestRestTemplate rest;
    @Autowired private ShowRepository shows;
    @Autowired private SessionService sessionService;

    private String mia;
    private String zoe;

    @BeforeEach
    void startAnew() {
        mia = "Bearer " + sessionService.login("mia", "mia-pw").token();
        zoe = "Bearer " + sessionService.login("zoe", "zoe-pw").token();
    }

    @Test
    @Tag("show-length#AC-1")
    void updatingAMinuteAnswersWithTheUpdatedOne() throws Exception {
        Show show = storedShow(1L);

        ResponseEntity<String> answer =
                update(show.id(), VALID_UPDATE, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(at(answer, "$.id")).isEqualTo(String.valueOf(show.id()));
        assertThat(at(answer, "$.title")).isEqualTo("Some title");
        assertThat(at(answer, "$.minutes")).isEqualTo("7");
        assertThat(shows.findById(show.id()).orElseThrow().minutes()).isEqualTo(7);
    }

    @Test
    @Tag("show-length#AC-2")
    void updatingAMinuteWith4AsMinutesIsRefused() throws Exception {
        Show show = storedShow(1L);
        String body =
                """
                {"minutes": 4}
                """;
        var stored = shows.findById(show.id()).orElseThrow();

        ResponseEntity<String> answer = update(show.id(), body, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(shows.findById(show.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("show-length#AC-3")
    void updatingAMinuteWith241AsMinutesIsRefused() throws Exception {
        Show show = storedShow(1L);
        String body =
                """
                {"minutes": 241}
                """;
        var stored = shows.findById(show.id()).orElseThrow();

        ResponseEntity<String> answer = update(show.id(), body, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(shows.findById(show.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("show-length#AC-4")
    void updatingTheMinuteOfAnotherUserIsForbidden() throws Exception {
        Show show = storedShow(2L);
        var stored = shows.findById(show.id()).orElseThrow();

        ResponseEntity<String> answer =
                update(show.id(), VALID_UPDATE, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(shows.findById(show.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("show-length#AC-5")
    void updatingAMinuteAsAnEditorSucceeds() throws Exception {
        Show show = storedShow(1L);

        ResponseEntity<String> answer =
                update(show.id(), VALID_UPDATE, HttpHeaders.AUTHORIZATION, zoe);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(shows.findById(show.id()).orElseThrow().minutes()).isEqualTo(7);
    }

    @Test
    @Tag("show-length#AC-6")
    void updatingAnUnknownMinuteIsNotFound() throws Exception {
        ResponseEntity<String> answer =
                update(999_999, VALID_UPDATE, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
    }

    @Test
    @Tag("show-length#AC-7")
    void updatingAMinuteWithoutSigningInIsUnauthorized() throws Exception {
        Show show = storedShow(1L);
        var stored = shows.findById(show.id()).orElseThrow();

        ResponseEntity<String> answer = update(show.id(), VALID_UPDATE);

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(shows.findById(show.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("show-length#AC-7")
    void updatingAMinuteWithAnInvalidCredentialIsUnauthorized() throws Exception {
        Show show = storedShow(1L);
        var stored = shows.findById(show.id()).orElseThrow();

        ResponseEntity<String> answer =
                update(show.id(), VALID_UPDATE, HttpHeaders.AUTHORIZATION, "Bearer unknown");

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(shows.findById(show.id()).orElseThrow()).isEqualTo(stored);
    }

    private static String at(ResponseEntity<String> answer, String path) {
        Object value = JsonPath.read(answer.getBody(), path);
        return String.valueOf(value);
    }

    private ResponseEntity<String> update(Object id, String body, String... headers) {
        var sent = new HttpHeaders();
        sent.setContentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange(
                "/api/shows/{id}/minutes",
                HttpMethod.PUT,
                new HttpEntity<>(body, sent),
                String.class,
                id);
    }

    private Show storedShow(long hostId) {
        Show show = new Show(null, "Some title", hostId, "Some weekd", 1, false);
        return shows.insert(show);
    }
}
