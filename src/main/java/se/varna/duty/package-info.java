/** The support line's hours: who answers now, which days are staffed, and how deadlines count in them. */
@org.springframework.modulith.ApplicationModule(displayName = "Jour")
package se.varna.duty;
