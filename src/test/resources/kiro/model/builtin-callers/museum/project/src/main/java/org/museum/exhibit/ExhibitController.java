package org.museum.exhibit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.museum.NotFound;
import org.museum.auth.Keeper;
import org.museum.auth.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/exhibits")
class ExhibitController {
    private final ExhibitStore exhibits;
    private final Sessions sessions;

    ExhibitController(ExhibitStore exhibits, Sessions sessions) {
        this.exhibits = exhibits;
        this.sessions = sessions;
    }

    record NewExhibit(@NotBlank @Size(max = 120) String title, @NotBlank @Size(max = 20) String room) {}

    @GetMapping
    List<Exhibit> list() {
        return exhibits.all();
    }

    @GetMapping("/{id}")
    Exhibit one(@PathVariable long id) {
        return exhibits.find(id).orElseThrow(() -> new NotFound("no exhibit " + id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Exhibit add(@Valid @RequestBody NewExhibit body, HttpServletRequest request) {
        Keeper keeper = sessions.keeper(request);
        return exhibits.add(
                new Exhibit(null, body.title(), body.room(), keeper.id(), Exhibit.Status.STORED, null));
    }
}
