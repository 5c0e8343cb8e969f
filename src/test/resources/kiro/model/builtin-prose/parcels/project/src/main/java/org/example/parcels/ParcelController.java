package org.example.parcels;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
}
