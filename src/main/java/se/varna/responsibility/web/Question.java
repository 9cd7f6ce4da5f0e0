package se.varna.responsibility.web;

import java.util.List;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.Input;
import se.varna.common.Problems;
import se.varna.directory.Directory;
import se.varna.responsibility.Situation;

/** Reads the question of who is responsible. Everything may be left out: an incomplete question is answered too (R44). */
final class Question {

    private Question() {}

    /** What was read; problems are in the input, among them units that the directory does not know. */
    static Situation read(Input input, Directory directory) {
        Problems problems = input.problems();
        List<String> mandates = input.texts("mandates");
        problems.addIf(mandates.stream().anyMatch(code -> directory.unit(code).isEmpty()), "mandates", "unknownUnit");
        Matter matter = input.choice("matter", Matter.class);
        String unit = input.text("unit");
        problems.addIf(unit != null && directory.unit(unit).isEmpty(), "unit", "unknownUnit");
        Place place = input.choice("place", Place.class);
        return new Situation(
                mandates,
                matter == null ? Matter.UNKNOWN : matter,
                unit,
                place,
                input.flag("movedToCouncil"),
                input.flag("consultationSigned"));
    }
}
