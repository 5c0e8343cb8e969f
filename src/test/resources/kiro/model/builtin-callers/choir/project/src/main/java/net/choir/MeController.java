package net.choir;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {
    private final Sessions sessions;

    MeController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/me")
    Singer me(@RequestHeader(name = "Authorization", required = false) String authorization) {
        Singer me = sessions.singer(authorization);
        return me;
    }
}
