package fm.wave.show;

import fm.wave.ApiException;
import fm.wave.auth.Session;
import fm.wave.auth.SessionService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    @PostMapping
    public ResponseEntity<Show> create(
            @RequestHeader(value = "Authorization", required = false) String authorization,
            @Valid @RequestBody CreateShowRequest request) {
        Session session = sessions.require(authorization);
        if (!session.is("HOST")) {
            throw ApiException.forbidden("this takes the role HOST");
        }
        Show show =
                shows.create(
                        session.userId(), request.title(), request.weekday(), request.minutes());
        return ResponseEntity.created(URI.create("/api/shows/" + show.id())).body(show);
    }

    @PutMapping("/{id}/minutes")
    public MinuteResponse updateMinute(
            @RequestHeader(value = "Authorization", required = false) String authorization,
            @PathVariable long id,
            @Valid @RequestBody UpdateMinuteRequest request) {
        Session session = sessions.require(authorization);
        return MinuteResponse.of(
                shows.updateMinute(session.userId(), session.is("EDITOR"), id, request.minutes()));
    }
}
