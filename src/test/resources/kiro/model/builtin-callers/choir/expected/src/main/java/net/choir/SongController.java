package net.choir;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/songs")
class SongController {
    private final Songs songs;
    private final Sessions sessions;

    SongController(Songs songs, Sessions sessions) {
        this.songs = songs;
        this.sessions = sessions;
    }

    @GetMapping
    List<Song> all() {
        return songs.all();
    }

    @GetMapping("/{id}")
    Song one(@PathVariable long id) {
        return songs.find(id).orElseThrow(() -> Refused.notFound("no song " + id));
    }

    @PostMapping
    ResponseEntity<Song> create(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @RequestBody CreateSongRequest request) {
        Singer me = sessions.singer(authorization);
        List<String> problems = request.problems();
        if (!problems.isEmpty()) {
            throw new Refused(HttpStatus.BAD_REQUEST, String.join("; ", problems));
        }
        String username = me.login();
        Song song = new Song(songs.nextId(), request.title(), request.minutes(), username);
        songs.put(song);
        return ResponseEntity.created(URI.create("/songs/" + song.id())).body(song);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @PathVariable long id) {
        Singer me = sessions.singer(authorization);
        String username = me.login();
        Song song =
                songs.find(id)
                        .orElseThrow(() -> Refused.notFound("song " + id + " does not exist"));
        if (!username.equals(song.broughtBy())) {
            throw Refused.forbidden("song " + id + " belongs to someone else");
        }
        songs.remove(id);
    }
}
