package fm.wave.auth;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class LoginController {

    private final SessionService sessions;

    public LoginController(SessionService sessions) {
        this.sessions = sessions;
    }

    public record LoginRequest(String handle, String password) {
    }

    @PostMapping("/login")
    public Map<String, String> login(@RequestBody LoginRequest request) {
        return Map.of("token", sessions.login(request.handle(), request.password()).token());
    }
}
