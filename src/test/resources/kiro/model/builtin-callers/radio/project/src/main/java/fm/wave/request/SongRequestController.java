package fm.wave.request;

import fm.wave.ApiException;
import fm.wave.auth.Roles;
import fm.wave.auth.Session;
import fm.wave.auth.SessionService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ResponseStatus;

@RestController
@RequestMapping("/api/requests")
public class SongRequestController {

    private final SongRequestRepository requests;
    private final SessionService sessions;

    public SongRequestController(SongRequestRepository requests, SessionService sessions) {
        this.requests = requests;
        this.sessions = sessions;
    }

    @GetMapping("/{id}")
    public SongRequest get(
            @RequestHeader(value = "Authorization", required = false) String authorization, @PathVariable long id) {
        sessions.require(authorization);
        return requests.findById(id).orElseThrow(() -> ApiException.notFound("no request " + id));
    }

    @PostMapping("/{id}/played")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void played(
            @RequestHeader(value = "Authorization", required = false) String authorization, @PathVariable long id) {
        Session session = sessions.require(authorization);
        session.mustBe(Roles.EDITOR);
        requests.findById(id).orElseThrow(() -> ApiException.notFound("no request " + id));
        requests.markPlayed(id);
    }
}
