package org.museum.exhibit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.museum.ExhibitConflict;
import org.museum.NotFound;
import org.museum.auth.Keeper;
import org.museum.auth.Keeper.Rank;
import org.museum.auth.NotAllowed;
import org.museum.auth.Sessions;
import org.museum.exhibit.Exhibit.Status;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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

    @PutMapping("/{id}/room")
    RoomResponse updateRoom(
            HttpServletRequest http,
            @PathVariable long id,
            @Valid @RequestBody UpdateRoomRequest request) {
        Keeper keeper = sessions.keeper(http);
        long callerId = keeper.id();
        boolean isCurator = keeper.rank() == Rank.CURATOR;
        Exhibit exhibit =
                exhibits.find(id)
                        .orElseThrow(() -> new NotFound("exhibit " + id + " does not exist"));
        if (!isCurator && callerId != exhibit.keeperId()) {
            throw new NotAllowed("exhibit " + id + " belongs to someone else");
        }
        Exhibit updated =
                new Exhibit(
                        exhibit.id(),
                        exhibit.title(),
                        request.room(),
                        exhibit.keeperId(),
                        exhibit.status(),
                        exhibit.acquiredOn());
        exhibits.update(updated);
        return RoomResponse.of(updated);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(HttpServletRequest request, @PathVariable long id) {
        Keeper keeper = sessions.keeper(request);
        if (keeper.rank() != Rank.CURATOR) {
            throw new NotAllowed("this takes the role CURATOR");
        }
        Exhibit exhibit =
                exhibits.find(id)
                        .orElseThrow(() -> new NotFound("exhibit " + id + " does not exist"));
        if (exhibit.status() != Status.STORED) {
            throw new ExhibitConflict("exhibit " + id + " cannot be deleted now");
        }
        exhibits.remove(id);
    }
}
