package net.choir;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/songs")
class SongController {
    private final Songs songs;

    SongController(Songs songs) {
        this.songs = songs;
    }

    @GetMapping
    List<Song> all() {
        return songs.all();
    }

    @GetMapping("/{id}")
    Song one(@PathVariable long id) {
        return songs.find(id).orElseThrow(() -> Refused.notFound("no song " + id));
    }
}
