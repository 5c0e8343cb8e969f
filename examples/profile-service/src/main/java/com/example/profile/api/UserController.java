package com.example.profile.api;

import com.example.profile.domain.User;
import com.example.profile.security.Caller;
import com.example.profile.service.UserService;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users")
public class UserController {

    private final UserService users;

    public UserController(UserService users) {
        this.users = users;
    }

    @PostMapping
    public ResponseEntity<AccountResponse> register(
            @Valid @RequestBody RegisterUserRequest request) {
        User user = users.register(request.email(), request.displayName());
        return ResponseEntity.created(URI.create("/users/" + user.id()))
                .body(AccountResponse.of(user));
    }

    @GetMapping("/{id}")
    public AccountResponse account(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return AccountResponse.of(users.account(caller.userId(), id));
    }

    @GetMapping("/{id}/profile")
    public ProfileResponse profile(@PathVariable long id) {
        return ProfileResponse.of(users.profile(id));
    }
}
