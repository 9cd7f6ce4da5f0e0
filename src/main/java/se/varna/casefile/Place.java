package se.varna.casefile;

/** Where, or through what, an incident happened. */
public enum Place {
    RADHUSET,
    BORSEN,
    OTHER_CITY_PREMISES,
    HOME,
    PUBLIC_PLACE,
    ONLINE,
    PHONE,
    MAIL,
    OTHER
}
