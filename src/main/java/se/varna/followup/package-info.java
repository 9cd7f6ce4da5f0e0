/** Following up a case at the level's intervals until it is closed, and opening it again. */
@org.springframework.modulith.ApplicationModule(displayName = "Uppföljning")
package se.varna.followup;
