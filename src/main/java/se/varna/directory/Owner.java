package se.varna.directory;

/**
 * The function that is responsible for a case: never a person, so that it outlives absences.
 *
 * @param function which kind of function
 * @param code the unit's code for a local security officer, the party's for a party, otherwise null
 */
public record Owner(Function function, String code) {

    /** Those who can be responsible for the security work around an elected official (domain table, rows 1–9). */
    public enum Function {
        LOCAL_SECURITY_OFFICER,
        SECURITY_AND_PREPAREDNESS,
        PARTY
    }

    /** Code of the department that guards the council and the executive board. */
    public static final String SECURITY_AND_PREPAREDNESS_UNIT = "SAKERHET_OCH_BEREDSKAP";

    public static final Owner SECURITY_AND_PREPAREDNESS = new Owner(Function.SECURITY_AND_PREPAREDNESS, null);

    public static Owner localOfficer(String unit) {
        return new Owner(Function.LOCAL_SECURITY_OFFICER, unit);
    }

    public static Owner party(String party) {
        return new Owner(Function.PARTY, party);
    }

    /** The group whose members act for this function. */
    public String group() {
        return switch (function) {
            case LOCAL_SECURITY_OFFICER -> Groups.localOfficers(code);
            case SECURITY_AND_PREPAREDNESS -> Groups.SECURITY_AND_PREPAREDNESS;
            case PARTY -> Groups.partyOfficers(code);
        };
    }

    /** The function whose group it is. */
    public static Owner ofGroup(String group) {
        if (group.startsWith(Groups.LOCAL_OFFICERS + "-")) {
            return localOfficer(group.substring(Groups.LOCAL_OFFICERS.length() + 1));
        }
        return group.startsWith(Groups.PARTY_OFFICERS + "-")
                ? party(group.substring(Groups.PARTY_OFFICERS.length() + 1))
                : SECURITY_AND_PREPAREDNESS;
    }

    /** The unit as others know it; null for a party, whose code would tell someone's political opinion. */
    public String publicUnit() {
        return switch (function) {
            case LOCAL_SECURITY_OFFICER -> code;
            case SECURITY_AND_PREPAREDNESS -> SECURITY_AND_PREPAREDNESS_UNIT;
            case PARTY -> null;
        };
    }

    /** The function as a form names it, by {@link #publicUnit()}; null when no unit is named. Whether it exists is not asked. */
    public static Owner ofPublicUnit(String unit) {
        if (unit == null) {
            return null;
        }
        return SECURITY_AND_PREPAREDNESS_UNIT.equals(unit) ? SECURITY_AND_PREPAREDNESS : localOfficer(unit);
    }
}
