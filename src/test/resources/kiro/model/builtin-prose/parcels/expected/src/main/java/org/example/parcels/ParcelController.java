package org.example.parcels;

import java.util.List;
import org.example.parcels.Parcel.State;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/parcels")
public class ParcelController {

    private final Parcels parcels;
    private final Visit visit;

    public ParcelController(Parcels parcels, Visit visit) {
        this.parcels = parcels;
        this.visit = visit;
    }

    @GetMapping("/{id}")
    @SignedIn
    public Parcel read(@PathVariable long id) {
        Parcel parcel = parcels.find(id).orElseThrow(() -> new Refused(Refused.Why.GONE, "no parcel " + id));
        if (!parcel.sentBy().equals(visit.login())) {
            throw new Refused(Refused.Why.NOT_YOURS, "parcel " + id + " is not yours");
        }
        return parcel;
    }

    @PutMapping("/{id}/label")
    @SignedIn
    public Parcel updateLabel(@PathVariable long id, @RequestBody UpdateLabelRequest request) {
        List<String> problems = request.problems();
        if (!problems.isEmpty()) {
            throw new Refused(Refused.Why.UNREADABLE, String.join("; ", problems));
        }
        String username = visit.login();
        Parcel parcel =
                parcels.find(id)
                        .orElseThrow(
                                () -> new Refused(
                                        Refused.Why.GONE, "parcel " + id + " does not exist"));
        if (!username.equals(parcel.sentBy())) {
            throw new Refused(Refused.Why.NOT_YOURS, "parcel " + id + " belongs to someone else");
        }
        if (parcel.state() == State.SEALED) {
            throw new Refused(Refused.Why.CLASH, "parcel " + id + " cannot be changed now");
        }
        if (parcels.all()
                .stream()
                .anyMatch(
                        other -> other.id() != parcel.id()
                                && request.label().equalsIgnoreCase(other.label()))) {
            throw new Refused(Refused.Why.CLASH, "a parcel with this label exists already");
        }
        Parcel updated = new Parcel(parcel.id(), parcel.sentBy(), request.label(), parcel.state());
        parcels.put(updated);
        return updated;
    }
}
