package net.choir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import net.choir.Singer.Voice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext
class SongRemovalTest {

    @Autowired private MockMvc mvc;
    @Autowired private Songs songs;
    @Autowired private Sessions sessions;

    private String ada;

    @BeforeEach
    void startAnew() {
        ada = "Bearer " + sessions.open(new Singer("ada", "ada", Voice.SOPRANO, false));
    }

    @Test
    @Tag("song-removal#AC-1")
    void deletingASongRemovesIt() throws Exception {
        Song song = storedSong("ada");

        mvc.perform(deleteSong(song.id()).header(HttpHeaders.AUTHORIZATION, ada))
                .andExpect(status().isNoContent());
        assertThat(songs.find(song.id())).isEmpty();
    }

    @Test
    @Tag("song-removal#AC-2")
    void deletingTheSongOfAnotherUserIsForbidden() throws Exception {
        Song song = storedSong("ben");
        var stored = songs.find(song.id()).orElseThrow();

        mvc.perform(deleteSong(song.id()).header(HttpHeaders.AUTHORIZATION, ada))
                .andExpect(status().isForbidden());
        assertThat(songs.find(song.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("song-removal#AC-3")
    void deletingAnUnknownSongIsNotFound() throws Exception {
        mvc.perform(deleteSong(999_999).header(HttpHeaders.AUTHORIZATION, ada))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("song-removal#AC-4")
    void deletingASongWithoutSigningInIsUnauthorized() throws Exception {
        Song song = storedSong("ada");
        var stored = songs.find(song.id()).orElseThrow();

        mvc.perform(deleteSong(song.id())).andExpect(status().isUnauthorized());
        assertThat(songs.find(song.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("song-removal#AC-4")
    void deletingASongWithAnInvalidCredentialIsUnauthorized() throws Exception {
        Song song = storedSong("ada");
        var stored = songs.find(song.id()).orElseThrow();

        mvc.perform(deleteSong(song.id()).header(HttpHeaders.AUTHORIZATION, "Bearer unknown"))
                .andExpect(status().isUnauthorized());
        assertThat(songs.find(song.id()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder deleteSong(Object id) {
        return delete("/songs/{id}", id);
    }

    private Song storedSong(String broughtBy) {
        Song song = new Song(songs.nextId(), "Some title", 1, broughtBy);
        songs.put(song);
        return song;
    }
}
