package org.museum.auth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sessions")
class SessionController {
    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    record SignIn(@NotBlank String badge, @NotBlank String pin) {}

    record Opened(String token) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened signIn(@Valid @RequestBody SignIn signIn) {
        return new Opened(sessions.open(signIn.badge(), signIn.pin()));
    }
}
