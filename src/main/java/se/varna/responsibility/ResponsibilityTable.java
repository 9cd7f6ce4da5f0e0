package se.varna.responsibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.varna.casefile.Place;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.engine.Decisions;

/** Asks {@code responsibility.dmn}, and puts the units' own names into its answer. */
@Component
public class ResponsibilityTable {

    private static final String DECISION = "responsibility";
    private static final String ADVICE = "ADVICE";

    private final Decisions decisions;
    private final Directory directory;

    ResponsibilityTable(Decisions decisions, Directory directory) {
        this.decisions = decisions;
        this.directory = directory;
    }

    /** @throws IllegalArgumentException when the situation names a unit that the directory does not know */
    public Outcome decide(Situation situation) {
        Unit unit = situation.unit() == null ? null : known(situation.unit());
        List<Unit> seats =
                situation.mandates().stream().distinct().map(this::known).toList();
        List<Unit> boards =
                seats.stream().filter(seat -> seat.kind().hasLocalOfficer()).toList();

        Map<String, Object> inputs = new HashMap<>();
        inputs.put(
                "matter",
                situation.unitAsksAdvice() ? ADVICE : situation.matter().name());
        inputs.put("councilMember", seats.stream().anyMatch(seat -> seat.kind() == Unit.Kind.COUNCIL));
        inputs.put("unitKind", unit == null ? "NONE" : unit.kind().hasLocalOfficer() ? "OTHER" : "COUNCIL");
        inputs.put("moved", situation.movedToCouncil());
        inputs.put("signed", situation.consultationSigned());
        inputs.put("place", situation.place() == null ? null : situation.place().name());
        inputs.put("boards", boards.size());

        Decisions.Answer answer = decisions.ask(DECISION, inputs);
        Map<String, Object> row = answer.only();
        Unit source =
                switch ((String) row.get("unitSource")) {
                    case "MATTER" -> unit;
                    case "OWN_BOARD" -> boards.get(0);
                    default -> null;
                };
        Owner responsible =
                switch (Owner.Function.valueOf((String) row.get("role"))) {
                    case LOCAL_SECURITY_OFFICER -> Owner.localOfficer(source.code());
                    case SECURITY_AND_PREPAREDNESS -> Owner.SECURITY_AND_PREPAREDNESS;
                    case PARTY -> Owner.party(null);
                };
        Unit named = source == null ? unit : source;
        return new Outcome(
                ((Number) row.get("row")).intValue(),
                responsible,
                inform((String) row.get("inform"), unit, situation.place()),
                split((String) row.get("rules")),
                ((String) row.get("reason")).replace("{unit}", named == null ? "" : named.name()),
                answer.version());
    }

    private List<Owner> inform(String codes, Unit unit, Place place) {
        List<Owner> told = new ArrayList<>();
        for (String code : split(codes)) {
            switch (code) {
                case "SOB" -> told.add(Owner.SECURITY_AND_PREPAREDNESS);
                case "MATTER_LSA" -> told.add(Owner.localOfficer(unit.code()));
                case "PREMISES" -> premises(unit, place).ifPresent(told::add);
                default -> throw new IllegalStateException("decision table informs an unknown function");
            }
        }
        return told;
    }

    /** Who keeps the premises: the unit that was named, or Säkerhet och Beredskap in Rådhuset and Börsen (R24). */
    private static java.util.Optional<Owner> premises(Unit unit, Place place) {
        if (unit != null && unit.kind().hasLocalOfficer()) {
            return java.util.Optional.of(Owner.localOfficer(unit.code()));
        }
        return unit != null || place == Place.RADHUSET || place == Place.BORSEN
                ? java.util.Optional.of(Owner.SECURITY_AND_PREPAREDNESS)
                : java.util.Optional.empty();
    }

    private Unit known(String code) {
        return directory.unit(code).orElseThrow(() -> new IllegalArgumentException("unknown unit"));
    }

    private static List<String> split(String list) {
        return list == null || list.isBlank() ? List.of() : List.of(list.split("\\s*[,;]\\s*"));
    }
}
