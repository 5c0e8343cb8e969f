package net.choir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import net.choir.Singer.Voice;
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
class SongBringingTest {

    private static final String VALID_CREATE =
            """
            {
              "title": "New title",
              "minutes": 7
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private Sessions sessions;
    @Autowired private Songs songs;

    private String ada;

    @BeforeEach
    void startAnew() {
        ada = "Bearer " + sessions.open(new Singer("ada", "ada", Voice.SOPRANO, false));
    }

    @Test
    @Tag("song-bringing#AC-1")
    void creatingASongAnswersWithTheNewOne() throws Exception {
        String answer =
                mvc.perform(create(VALID_CREATE).header(HttpHeaders.AUTHORIZATION, ada))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.title").value("New title"))
                        .andExpect(jsonPath("$.minutes").value(7))
                        .andExpect(jsonPath("$.broughtBy").value("ada"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Song made = songs.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.title()).isEqualTo("New title");
        assertThat(made.minutes()).isEqualTo(7);
        assertThat(made.broughtBy()).isEqualTo("ada");
    }

    @Test
    @Tag("song-bringing#AC-2")
    void creatingASongWithAnInvalidTitleIsRefused() throws Exception {
        String body =
                """
                {"minutes": 7}
                """;
        int count = songs.all().size();

        mvc.perform(create(body).header(HttpHeaders.AUTHORIZATION, ada))
                .andExpect(status().isBadRequest());
        assertThat(songs.all()).hasSize(count);
    }

    @Test
    @Tag("song-bringing#AC-3")
    void creatingASongWith31AsMinutesIsRefused() throws Exception {
        String body =
                """
                {
                  "title": "New title",
                  "minutes": 31
                }
                """;
        int count = songs.all().size();

        mvc.perform(create(body).header(HttpHeaders.AUTHORIZATION, ada))
                .andExpect(status().isBadRequest());
        assertThat(songs.all()).hasSize(count);
    }

    @Test
    @Tag("song-bringing#AC-4")
    void creatingASongWithoutSigningInIsUnauthorized() throws Exception {
        int count = songs.all().size();

        mvc.perform(create(VALID_CREATE)).andExpect(status().isUnauthorized());
        assertThat(songs.all()).hasSize(count);
    }

    @Test
    @Tag("song-bringing#AC-5")
    void creatingASongWithAnInvalidCredentialIsUnauthorized() throws Exception {
        int count = songs.all().size();

        mvc.perform(create(VALID_CREATE).header(HttpHeaders.AUTHORIZATION, "Bearer unknown"))
                .andExpect(status().isUnauthorized());
        assertThat(songs.all()).hasSize(count);
    }

    private static MockHttpServletRequestBuilder create(String body) {
        return post("/songs").contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
