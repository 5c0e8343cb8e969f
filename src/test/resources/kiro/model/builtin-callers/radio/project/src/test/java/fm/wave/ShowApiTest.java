package fm.wave;

import static org.assertj.core.api.Assertions.assertThat;

import fm.wave.show.Show;
import fm.wave.show.ShowRepository;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
class ShowApiTest {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    ShowRepository shows;

    private String login(String handle, String password) {
        Map<?, ?> body = rest.postForObject("/login", Map.of("handle", handle, "password", password), Map.class);
        return (String) body.get("token");
    }

    private HttpHeaders as(String handle) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(login(handle, handle + "-pw"));
        return headers;
    }

    @Test
    void hostRenames() {
        Show show = shows.insert(new Show(null, "Dawn", 1, "MON", 60, false));
        var answer = rest.exchange(
                "/api/shows/" + show.id() + "/title",
                HttpMethod.PUT,
                new HttpEntity<>(Map.of("title", "Dusk"), as("mia")),
                Show.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().title()).isEqualTo("Dusk");
    }

    @Test
    void strangerIsRefused() {
        var answer = rest.exchange(
                "/api/shows/1/title", HttpMethod.PUT, new HttpEntity<>(Map.of("title", "Dusk")), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }
}
