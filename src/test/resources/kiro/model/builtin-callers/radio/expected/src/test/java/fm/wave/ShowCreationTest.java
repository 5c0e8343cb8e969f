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
class ShowCreationTest {

    private static final String VALID_CREATE =
            """
            {
              "title": "New title",
              "weekday": "FRI",
              "minutes": 7
            }
            """;

    @Autowired private TestRestTemplate rest;
    @Autowired private SessionService sessionService;
    @Autowired private ShowRepository shows;

    private String mia;
    private String zoe;

    @BeforeEach
    void startAnew() {
        mia = "Bearer " + sessionService.login("mia", "mia-pw").token();
        zoe = "Bearer " + sessionService.login("zoe", "zoe-pw").token();
    }

    @Test
    @Tag("show-creation#AC-1")
    void creatingAShowAnswersWithTheNewOne() throws Exception {
        ResponseEntity<String> answer = create(VALID_CREATE, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        String id = at(answer, "$.id");
        assertThat(at(answer, "$.title")).isEqualTo("New title");
        assertThat(at(answer, "$.hostId")).isEqualTo("1");
        assertThat(at(answer, "$.weekday")).isEqualTo("FRI");
        assertThat(at(answer, "$.minutes")).isEqualTo("7");
        assertThat(at(answer, "$.onAir")).isEqualTo("false");
        Show made = shows.findById(Long.parseLong(id)).orElseThrow();
        assertThat(made.title()).isEqualTo("New title");
        assertThat(made.hostId()).isEqualTo(1L);
        assertThat(made.weekday()).isEqualTo("FRI");
        assertThat(made.minutes()).isEqualTo(7);
        assertThat(made.onAir()).isFalse();
    }

    @Test
    @Tag("show-creation#AC-2")
    void creatingAShowWithAnInvalidTitleIsRefused() throws Exception {
        String body =
                """
                {
                  "weekday": "FRI",
                  "minutes": 7
                }
                """;
        int count = shows.findAll().size();

        ResponseEntity<String> answer = create(body, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(shows.findAll()).hasSize(count);
    }

    @Test
    @Tag("show-creation#AC-3")
    void creatingAShowWithAnInvalidTitleIsRefused2() throws Exception {
        String body =
                """
                {
                  "title": "%s",
                  "weekday": "FRI",
                  "minutes": 7
                }
                """
                        .formatted("x".repeat(101));
        int count = shows.findAll().size();

        ResponseEntity<String> answer = create(body, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(shows.findAll()).hasSize(count);
    }

    @Test
    @Tag("show-creation#AC-4")
    void creatingAShowWithAnInvalidWeekdayIsRefused() throws Exception {
        String body =
                """
                {
                  "title": "New title",
                  "weekday": "something else",
                  "minutes": 7
                }
                """;
        int count = shows.findAll().size();

        ResponseEntity<String> answer = create(body, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(shows.findAll()).hasSize(count);
    }

    @Test
    @Tag("show-creation#AC-5")
    void creatingAShowWith241AsMinutesIsRefused() throws Exception {
        String body =
                """
                {
                  "title": "New title",
                  "weekday": "FRI",
                  "minutes": 241
                }
                """;
        int count = shows.findAll().size();

        ResponseEntity<String> answer = create(body, HttpHeaders.AUTHORIZATION, mia);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(shows.findAll()).hasSize(count);
    }

    @Test
    @Tag("show-creation#AC-6")
    void creatingAShowAsAUserWithoutTheRoleIsForbidden() throws Exception {
        int count = shows.findAll().size();

        ResponseEntity<String> answer = create(VALID_CREATE, HttpHeaders.AUTHORIZATION, zoe);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(shows.findAll()).hasSize(count);
    }

    @Test
    @Tag("show-creation#AC-7")
    void creatingAShowWithoutSigningInIsUnauthorized() throws Exception {
        int count = shows.findAll().size();

        ResponseEntity<String> answer = create(VALID_CREATE);

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(shows.findAll()).hasSize(count);
    }

    private static String at(ResponseEntity<String> answer, String path) {
        Object value = JsonPath.read(answer.getBody(), path);
        return String.valueOf(value);
    }

    private ResponseEntity<String> create(String body, String... headers) {
        var sent = new HttpHeaders();
        sent.setContentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange(
                "/api/shows", HttpMethod.POST, new HttpEntity<>(body, sent), String.class);
    }
}
