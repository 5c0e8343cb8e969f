package fm.wave.show;

import fm.wave.auth.Session;
import fm.wave.auth.SessionService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/shows")
public class ShowController {

    private final ShowService shows;
    private final SessionService sessions;

    public ShowController(ShowService shows, SessionService sessions) {
        this.shows = shows;
        this.sessions = sessions;
    }

    public record TitleRequest(@NotBlank @Size(max = 100) String title) {
    }

    @GetMapping
    public List<Show> all() {
        return shows.all();
    }

    @GetMapping("/{id}")
    public Show get(@PathVariable long id) {
        return shows.get(id);
    }

    @PutMapping("/{id}/title")
    public Show rename(
            @RequestHeader(value = "Authorization", required = false) String authorization,
            @PathVariable long id,
            @Valid @RequestBody TitleRequest request) {
        Session session = sessions.require(authorization);
        return shows.rename(session, id, request.title());
    }
}
