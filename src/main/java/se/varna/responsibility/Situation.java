package se.varna.responsibility;

import java.util.Collection;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;

/**
 * What decides whose case it is.
 *
 * @param mandates codes of the units where the exposed person has a seat; a substitute counts as a member
 * @param unit code of the unit whose matter it is, or null
 * @param place where it happened, or null
 * @param movedToCouncil whether the political question has moved to the council or the executive board (R29)
 * @param consultationSigned whether both have signed the consultation about it (R30)
 * @param unitAsksAdvice whether a unit or a party asks Säkerhet och Beredskap about its own work (R46)
 */
public record Situation(
        Collection<String> mandates,
        Matter matter,
        String unit,
        Place place,
        boolean movedToCouncil,
        boolean consultationSigned,
        boolean unitAsksAdvice) {

    /** About what has happened to somebody. */
    public Situation(
            Collection<String> mandates,
            Matter matter,
            String unit,
            Place place,
            boolean movedToCouncil,
            boolean consultationSigned) {
        this(mandates, matter, unit, place, movedToCouncil, consultationSigned, false);
    }
}
